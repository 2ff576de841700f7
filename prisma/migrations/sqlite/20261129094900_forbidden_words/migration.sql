-- Models after this migration: 5b175fd574cac2bf

-- AlterTable
ALTER TABLE "server_settings" ADD COLUMN "forbiddenWords" TEXT NOT NULL DEFAULT '[]';
