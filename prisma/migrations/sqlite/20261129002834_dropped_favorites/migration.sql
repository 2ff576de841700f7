-- Models after this migration: d8a6c7520c92d756

-- CreateTable
CREATE TABLE "dropped_favorite" (
    "personId" INTEGER NOT NULL,
    "portraitId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT,
    "nameKey" TEXT,
    "tags" TEXT NOT NULL,
    "droppedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "portraitId"),
    CONSTRAINT "dropped_favorite_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "dropped_favorite_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "portrait" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "dropped_favorite_portraitId_idx" ON "dropped_favorite"("portraitId");

-- CreateIndex
CREATE INDEX "dropped_favorite_droppedAt_idx" ON "dropped_favorite"("droppedAt");
