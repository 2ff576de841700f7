-- Models after this migration: 57b3aa9f755f26d7

-- AlterTable
ALTER TABLE "handled_update" ADD COLUMN     "content" TEXT,
ADD COLUMN     "heldUntil" TIMESTAMP(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "handled_update_heldUntil_idx" ON "handled_update"("heldUntil");
