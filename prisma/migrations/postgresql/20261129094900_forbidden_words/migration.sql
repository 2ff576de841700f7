-- Models after this migration: 8c15392f03483566

-- AlterTable
ALTER TABLE "server_settings" ADD COLUMN "forbiddenWords" TEXT NOT NULL DEFAULT '[]';
