-- Models after this migration: 7d2116c608554ced

-- CreateTable
CREATE TABLE "block" (
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("platform","kind","platformId")
);
