-- Models after this migration: 21d739ae9ca78dde

-- CreateIndex
CREATE INDEX "portrait_code_idx" ON "portrait"("code");
