-- Models after this migration: 9bcf4828ae3bea55

-- CreateTable
CREATE TABLE "endless_run" (
    "personId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "pullId" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "language" TEXT,
    "serverId" TEXT,
    "channelId" TEXT,
    "messageId" TEXT,
    "pulled" INTEGER NOT NULL,
    "heldUntil" DATETIME NOT NULL,
    CONSTRAINT "endless_run_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "endless_run_id_key" ON "endless_run"("id");

-- CreateIndex
CREATE INDEX "endless_run_account_idx" ON "endless_run"("account");
