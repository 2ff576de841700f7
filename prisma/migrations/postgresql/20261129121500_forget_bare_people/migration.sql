-- Models after this migration: 8c15392f03483566

-- Faces were closed unless opened, so that a closed one said nothing of its person: those of whom nothing
-- else is known were met once and never came back. From now on closing them is a choice, which is kept.
DELETE FROM "person"
WHERE "allowsBlending" = false AND "language" IS NULL AND "erasureToken" IS NULL AND "nextNumber" = 1
  AND NOT EXISTS (SELECT 1 FROM "pull" WHERE "pull"."personId" = "person"."id")
  AND NOT EXISTS (SELECT 1 FROM "portrait" WHERE "portrait"."personId" = "person"."id")
  AND NOT EXISTS (SELECT 1 FROM "favorite" WHERE "favorite"."personId" = "person"."id")
  AND NOT EXISTS (SELECT 1 FROM "post" WHERE "post"."askerId" = "person"."id")
  AND NOT EXISTS (SELECT 1 FROM "endless_run" WHERE "endless_run"."personId" = "person"."id");
