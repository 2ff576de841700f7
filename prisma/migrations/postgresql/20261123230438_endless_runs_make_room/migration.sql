-- Models after this migration: 0c3ac2ff4c5f2844

-- DropIndex
DROP INDEX "endless_run_id_key";

-- AlterTable
ALTER TABLE "endless_run" DROP CONSTRAINT "endless_run_pkey",
ADD COLUMN     "currentFor" INTEGER,
ADD CONSTRAINT "endless_run_pkey" PRIMARY KEY ("id");

-- Each is the only one of its person until now.
UPDATE "endless_run" SET "currentFor" = "personId";

-- CreateIndex
CREATE UNIQUE INDEX "endless_run_currentFor_key" ON "endless_run"("currentFor");

-- CreateIndex
CREATE INDEX "endless_run_personId_idx" ON "endless_run"("personId");
