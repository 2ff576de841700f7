-- Models after this migration: e0fdfdf995054b7a

-- AlterTable
ALTER TABLE "server_settings" ADD COLUMN "forbiddenChannels" TEXT NOT NULL DEFAULT '[]';
