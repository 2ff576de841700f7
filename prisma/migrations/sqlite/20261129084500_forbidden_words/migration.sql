-- Models after this migration: d29c3f31cf6217a1

-- AlterTable
ALTER TABLE "server_settings" ADD COLUMN "forbiddenWords" TEXT NOT NULL DEFAULT '[]';
