-- Models after this migration: d1f352fa7ad98c92

-- CreateTable
CREATE TABLE "endless_run" (
    "personId" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "pullId" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "language" TEXT,
    "serverId" TEXT,
    "channelId" TEXT,
    "messageId" TEXT,
    "pulled" INTEGER NOT NULL,
    "heldUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "endless_run_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "endless_run_id_key" ON "endless_run"("id");

-- CreateIndex
CREATE INDEX "endless_run_account_idx" ON "endless_run"("account");

-- AddForeignKey
ALTER TABLE "endless_run" ADD CONSTRAINT "endless_run_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
