-- Models after this migration: 8d216859ddb17fc3

-- AlterTable
ALTER TABLE "favorite" ADD COLUMN "byReaction" BOOLEAN NOT NULL DEFAULT false;
