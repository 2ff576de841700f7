-- Models after this migration: 637a5cd3ec33040a

-- AlterTable
ALTER TABLE "favorite" ADD COLUMN "byReaction" BOOLEAN NOT NULL DEFAULT false;
