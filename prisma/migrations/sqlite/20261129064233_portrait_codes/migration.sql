-- Models after this migration: 780f046c4ed77790

-- CreateIndex
CREATE INDEX "portrait_code_idx" ON "portrait"("code");
