-- Models after this migration: d9ec44b3d908674c

-- AlterTable
ALTER TABLE "server_settings" ADD COLUMN "forbiddenWords" TEXT NOT NULL DEFAULT '[]';
