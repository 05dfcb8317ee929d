-- AlterTable
ALTER TABLE "Incident" ADD COLUMN     "reviewState" TEXT NOT NULL DEFAULT 'draft';

-- CreateTable
CREATE TABLE "RecordStep" (
    "id" SERIAL NOT NULL,
    "incidentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actorId" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecordStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "firstCoderId" TEXT NOT NULL,
    "firstCodes" JSONB NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "secondCoderId" TEXT,
    "assignedAt" TIMESTAMPTZ(3),
    "secondCodes" JSONB,
    "handedInAt" TIMESTAMPTZ(3),
    "resolutions" JSONB,
    "reconciledById" TEXT,
    "reconciledAt" TIMESTAMPTZ(3),
    "settledRevision" INTEGER,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Look" (
    "userId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Look_pkey" PRIMARY KEY ("userId","subject","revision")
);

-- CreateIndex
CREATE INDEX "RecordStep_incidentId_id_idx" ON "RecordStep"("incidentId", "id");

-- CreateIndex
CREATE INDEX "Coding_incidentId_idx" ON "Coding"("incidentId");

-- CreateIndex
CREATE INDEX "Coding_secondCoderId_handedInAt_idx" ON "Coding"("secondCoderId", "handedInAt");

-- CreateIndex
CREATE INDEX "Coding_handedInAt_idx" ON "Coding"("handedInAt");

-- CreateIndex
CREATE INDEX "Incident_reviewState_idx" ON "Incident"("reviewState");

-- AddForeignKey
ALTER TABLE "RecordStep" ADD CONSTRAINT "RecordStep_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordStep" ADD CONSTRAINT "RecordStep_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_firstCoderId_fkey" FOREIGN KEY ("firstCoderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_secondCoderId_fkey" FOREIGN KEY ("secondCoderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_reconciledById_fkey" FOREIGN KEY ("reconciledById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Look" ADD CONSTRAINT "Look_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows the schema cannot say; app/api/v1/incidents/review.test.ts holds it.

-- What is published was reviewed before it came here.
UPDATE "Incident" SET "reviewState" =
  CASE WHEN "status" = 'retracted' THEN 'retracted' WHEN "published" THEN 'accepted' ELSE 'draft' END;

ALTER TABLE "Coding" ADD CONSTRAINT "Coding_two_people_check" CHECK ("firstCoderId" <> "secondCoderId");

-- One of an incident at a time.
CREATE UNIQUE INDEX "Coding_open_key" ON "Coding" ("incidentId") WHERE "supersededAt" IS NULL;

CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordStep"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "Coding"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A coding that was handed in stays what it is; reconciling it, or making another, is written beside it.
CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "Coding" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('secondCoderId', 'assignedAt', 'secondCodes', 'handedInAt',
    'resolutions', 'reconciledById', 'reconciledAt', 'settledRevision', 'supersededAt');
CREATE TRIGGER "handed_in" BEFORE UPDATE ON "Coding" FOR EACH ROW
  WHEN (OLD."handedInAt" IS NOT NULL)
  EXECUTE FUNCTION "allow_change_of"('resolutions', 'reconciledById', 'reconciledAt',
    'settledRevision', 'supersededAt');
CREATE TRIGGER "settled" BEFORE UPDATE ON "Coding" FOR EACH ROW
  WHEN (OLD."settledRevision" IS NOT NULL) EXECUTE FUNCTION "allow_change_of"('supersededAt');
CREATE TRIGGER "superseded" BEFORE UPDATE ON "Coding" FOR EACH ROW
  WHEN (OLD."supersededAt" IS NOT NULL) EXECUTE FUNCTION "refuse_row_change"();

-- Nobody judges a record they wrote or coded, and nobody codes again what they wrote.
CREATE FUNCTION "refuse_own_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "IncidentRevision" r
             WHERE r."incidentId" = NEW."incidentId" AND r."authorId" = NEW."actorId")
     OR EXISTS (SELECT FROM "Coding" c WHERE c."incidentId" = NEW."incidentId"
                AND (c."firstCoderId" = NEW."actorId" OR c."secondCoderId" = NEW."actorId")) THEN
    RAISE EXCEPTION '% of % is refused: nobody judges their own work', NEW."action", NEW."incidentId"
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "refuse_own_record" BEFORE INSERT ON "RecordStep" FOR EACH ROW
  WHEN (NEW."action" IN ('take_up', 'accept', 'return')) EXECUTE FUNCTION "refuse_own_record"();

CREATE FUNCTION "refuse_own_coding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "IncidentRevision" r
             WHERE r."incidentId" = NEW."incidentId" AND r."authorId" = NEW."secondCoderId") THEN
    RAISE EXCEPTION 'coding of % is refused: its author cannot code it again', NEW."incidentId"
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "refuse_own_coding" BEFORE INSERT OR UPDATE OF "secondCoderId" ON "Coding" FOR EACH ROW
  WHEN (NEW."secondCoderId" IS NOT NULL) EXECUTE FUNCTION "refuse_own_coding"();
