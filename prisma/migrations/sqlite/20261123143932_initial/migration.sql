-- Models after this migration: d48a9f251e305e4b

-- CreateTable
CREATE TABLE "person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "language" TEXT,
    "allowsBlending" BOOLEAN NOT NULL DEFAULT false,
    "nextNumber" INTEGER NOT NULL DEFAULT 1,
    "erasureToken" TEXT,
    "erasureExpiresAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "pull" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" INTEGER NOT NULL,
    "wish" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "pull_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "portrait" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "origin" TEXT NOT NULL,
    "personId" INTEGER,
    "modelId" TEXT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "z" BLOB NOT NULL,
    "phi" BLOB NOT NULL,
    "seed" BIGINT,
    "code" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "named" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "portrait_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "parentage" (
    "childId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "parentId" TEXT NOT NULL,

    PRIMARY KEY ("childId", "position"),
    CONSTRAINT "parentage_childId_fkey" FOREIGN KEY ("childId") REFERENCES "portrait" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "picture" (
    "portraitId" TEXT NOT NULL,
    "sizePx" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("portraitId", "sizePx"),
    CONSTRAINT "picture_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "portrait" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "favorite" (
    "personId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "portraitId" TEXT NOT NULL,
    "name" TEXT,
    "nameKey" TEXT,
    "keptAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "number"),
    CONSTRAINT "favorite_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "favorite_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "portrait" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "favorite_tag" (
    "personId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,

    PRIMARY KEY ("personId", "number", "tag"),
    CONSTRAINT "favorite_tag_personId_number_fkey" FOREIGN KEY ("personId", "number") REFERENCES "favorite" ("personId", "number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "askerId" INTEGER NOT NULL,
    "isPrivate" BOOLEAN NOT NULL,
    "pullId" TEXT,
    "serverId" TEXT,
    "channelId" TEXT,
    "messageId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "post_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "post_place" (
    "postId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "portraitId" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    PRIMARY KEY ("postId", "place"),
    CONSTRAINT "post_place_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "server_settings" (
    "platform" TEXT NOT NULL,
    "serverId" TEXT NOT NULL,
    "language" TEXT,
    "allowedChannels" TEXT NOT NULL,
    "isEndlessAllowed" BOOLEAN NOT NULL,
    "personPicturesPerMinute" INTEGER,
    "serverPicturesPerMinute" INTEGER,

    PRIMARY KEY ("platform", "serverId")
);

-- CreateTable
CREATE TABLE "conversation" (
    "platform" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("platform", "channelId", "platformId")
);

-- CreateTable
CREATE TABLE "handled_update" (
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "updateId" TEXT NOT NULL,
    "handledAt" DATETIME NOT NULL,

    PRIMARY KEY ("platform", "account", "updateId")
);

-- CreateTable
CREATE TABLE "remote_file" (
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "portraitId" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "remoteId" TEXT NOT NULL,

    PRIMARY KEY ("platform", "account", "portraitId", "variant"),
    CONSTRAINT "remote_file_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "portrait" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "allowance" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "replenishedAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "person_platform_platformId_key" ON "person"("platform", "platformId");

-- CreateIndex
CREATE INDEX "pull_personId_idx" ON "pull"("personId");

-- CreateIndex
CREATE INDEX "portrait_personId_idx" ON "portrait"("personId");

-- CreateIndex
CREATE INDEX "portrait_createdAt_idx" ON "portrait"("createdAt");

-- CreateIndex
CREATE INDEX "favorite_portraitId_idx" ON "favorite"("portraitId");

-- CreateIndex
CREATE UNIQUE INDEX "favorite_personId_portraitId_key" ON "favorite"("personId", "portraitId");

-- CreateIndex
CREATE UNIQUE INDEX "favorite_personId_nameKey_key" ON "favorite"("personId", "nameKey");

-- CreateIndex
CREATE INDEX "favorite_tag_personId_tag_idx" ON "favorite_tag"("personId", "tag");

-- CreateIndex
CREATE INDEX "post_platform_serverId_idx" ON "post"("platform", "serverId");

-- CreateIndex
CREATE INDEX "post_askerId_idx" ON "post"("askerId");

-- CreateIndex
CREATE UNIQUE INDEX "post_platform_channelId_messageId_key" ON "post"("platform", "channelId", "messageId");

-- CreateIndex
CREATE INDEX "post_place_portraitId_idx" ON "post_place"("portraitId");

-- CreateIndex
CREATE INDEX "conversation_platform_platformId_idx" ON "conversation"("platform", "platformId");

-- CreateIndex
CREATE INDEX "conversation_expiresAt_idx" ON "conversation"("expiresAt");

-- CreateIndex
CREATE INDEX "handled_update_handledAt_idx" ON "handled_update"("handledAt");

-- CreateIndex
CREATE INDEX "remote_file_portraitId_idx" ON "remote_file"("portraitId");

-- CreateIndex
CREATE INDEX "allowance_replenishedAt_idx" ON "allowance"("replenishedAt");
