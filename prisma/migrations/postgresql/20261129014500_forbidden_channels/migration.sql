-- Models after this migration: d226e136af60716b

-- AlterTable
ALTER TABLE "server_settings" ADD COLUMN "forbiddenChannels" TEXT NOT NULL DEFAULT '[]';
