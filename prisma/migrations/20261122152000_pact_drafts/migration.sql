-- AlterTable
ALTER TABLE "AdherenceEvent" ADD COLUMN     "corrects" INTEGER,
ADD COLUMN     "textHash" TEXT,
ADD COLUMN     "version" INTEGER;

-- CreateTable
CREATE TABLE "PactDraft" (
    "id" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "pactId" TEXT,
    "pactVersion" INTEGER,
    "payload" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "keptAs" TEXT,

    CONSTRAINT "PactDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PactDraft_authorId_savedAt_idx" ON "PactDraft"("authorId", "savedAt");

-- CreateIndex
CREATE INDEX "PactDraft_savedAt_idx" ON "PactDraft"("savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AdherenceEvent_pactId_corrects_key" ON "AdherenceEvent"("pactId", "corrects");

-- AddForeignKey
ALTER TABLE "PactDraft" ADD CONSTRAINT "PactDraft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PactDraft" ADD CONSTRAINT "PactDraft_pactId_pactVersion_fkey" FOREIGN KEY ("pactId", "pactVersion") REFERENCES "PactVersion"("pactId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdherenceEvent" ADD CONSTRAINT "AdherenceEvent_pactId_version_fkey" FOREIGN KEY ("pactId", "version") REFERENCES "PactVersion"("pactId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a state did stays as it was recorded: a correction is a later event of the same pact and party.
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AdherenceEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "AdherenceEvent" ADD CONSTRAINT "AdherenceEvent_corrects_earlier"
  CHECK ("corrects" IS NULL OR "corrects" < "position");
ALTER TABLE "AdherenceEvent" ADD CONSTRAINT "AdherenceEvent_text_of_version"
  CHECK (("textHash" IS NULL) = ("version" IS NULL));

-- A draft that became a version is settled, and its author stays.
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "PactDraft"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "settled" BEFORE UPDATE ON "PactDraft" FOR EACH ROW
  WHEN (OLD."keptAs" IS NOT NULL) EXECUTE FUNCTION "refuse_row_change"();
CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "PactDraft" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('pactVersion', 'payload', 'revision', 'savedAt', 'deletedAt', 'keptAs');
