-- Models after this migration: ecd62698c325a208

-- CreateTable
CREATE TABLE "block" (
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("platform", "kind", "platformId")
);
