-- Models after this migration: 1b0dfcb616c2d3d5

-- CreateTable
CREATE TABLE "dropped_favorite" (
    "personId" INTEGER NOT NULL,
    "portraitId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT,
    "nameKey" TEXT,
    "tags" TEXT NOT NULL,
    "droppedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "dropped_favorite_pkey" PRIMARY KEY ("personId","portraitId")
);

-- CreateIndex
CREATE INDEX "dropped_favorite_portraitId_idx" ON "dropped_favorite"("portraitId");

-- CreateIndex
CREATE INDEX "dropped_favorite_droppedAt_idx" ON "dropped_favorite"("droppedAt");

-- AddForeignKey
ALTER TABLE "dropped_favorite" ADD CONSTRAINT "dropped_favorite_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dropped_favorite" ADD CONSTRAINT "dropped_favorite_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "portrait"("id") ON DELETE CASCADE ON UPDATE CASCADE;
