-- Models after this migration: 955c60357a0e7463

-- CreateIndex
CREATE INDEX "person_createdAt_idx" ON "person"("createdAt");

-- CreateIndex
CREATE INDEX "post_pullId_idx" ON "post"("pullId");

-- CreateIndex
CREATE INDEX "post_createdAt_idx" ON "post"("createdAt");

-- CreateIndex
CREATE INDEX "pull_createdAt_idx" ON "pull"("createdAt");
