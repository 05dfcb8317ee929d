-- DropForeignKey
ALTER TABLE "SignedFinding" DROP CONSTRAINT "SignedFinding_incidentId_fkey";

-- DropForeignKey
ALTER TABLE "SignedFinding" DROP CONSTRAINT "SignedFinding_pactId_pactVersion_fkey";

-- DropForeignKey
ALTER TABLE "SignedFinding" DROP CONSTRAINT "SignedFinding_supersedesId_fkey";

-- DropTable
DROP TABLE "SignedFinding";

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "pactId" TEXT NOT NULL,
    "pactVersion" INTEGER NOT NULL,
    "clauseId" TEXT NOT NULL,
    "accused" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "supersedesId" TEXT,
    "state" TEXT NOT NULL,
    "accusedParty" TEXT NOT NULL,
    "complainants" TEXT[],
    "nominatedById" TEXT NOT NULL,
    "nominatedAt" TIMESTAMPTZ(3) NOT NULL,
    "forwardedById" TEXT,
    "forwardedAt" TIMESTAMPTZ(3),
    "content" JSONB,
    "inputs" JSONB,
    "contentHash" TEXT,
    "inputsHash" TEXT,
    "outcome" TEXT,
    "decision" JSONB,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "publishedWord" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "staleAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "ledgerSeq" INTEGER NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingStep" (
    "seq" INTEGER NOT NULL,
    "findingId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "actorId" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FindingStep_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Vote" (
    "seq" INTEGER NOT NULL,
    "findingId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "voterId" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "text" TEXT,
    "textHash" TEXT,
    "contentHash" TEXT NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "findingId" TEXT NOT NULL,
    "delegateId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("findingId","delegateId")
);

-- CreateTable
CREATE TABLE "Reply" (
    "seq" INTEGER NOT NULL,
    "findingId" TEXT NOT NULL,
    "delegateId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "FindingProposal" (
    "id" TEXT NOT NULL,
    "findingId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "contentHash" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "decisionReason" TEXT,

    CONSTRAINT "FindingProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommissionSession" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "convenedById" TEXT NOT NULL,
    "convenedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedById" TEXT,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommissionSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Convocation" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chairId" TEXT NOT NULL,
    "present" TEXT[],

    CONSTRAINT "Convocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "sessionId" TEXT NOT NULL,
    "findingId" TEXT NOT NULL,
    "tabledAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("sessionId","findingId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Finding_supersedesId_key" ON "Finding"("supersedesId");

-- CreateIndex
CREATE INDEX "Finding_pactId_state_idx" ON "Finding"("pactId", "state");

-- CreateIndex
CREATE INDEX "Finding_incidentId_idx" ON "Finding"("incidentId");

-- CreateIndex
CREATE INDEX "Finding_state_nominatedAt_idx" ON "Finding"("state", "nominatedAt");

-- CreateIndex
CREATE INDEX "FindingStep_findingId_seq_idx" ON "FindingStep"("findingId", "seq");

-- CreateIndex
CREATE INDEX "Vote_findingId_seq_idx" ON "Vote"("findingId", "seq");

-- CreateIndex
CREATE INDEX "Reply_findingId_seq_idx" ON "Reply"("findingId", "seq");

-- CreateIndex
CREATE INDEX "FindingProposal_findingId_proposedAt_idx" ON "FindingProposal"("findingId", "proposedAt");

-- CreateIndex
CREATE INDEX "CommissionSession_closedAt_convenedAt_idx" ON "CommissionSession"("closedAt", "convenedAt");

-- CreateIndex
CREATE INDEX "Convocation_sessionId_at_idx" ON "Convocation"("sessionId", "at");

-- CreateIndex
CREATE INDEX "AgendaItem_findingId_tabledAt_idx" ON "AgendaItem"("findingId", "tabledAt");

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_pactId_pactVersion_fkey" FOREIGN KEY ("pactId", "pactVersion") REFERENCES "PactVersion"("pactId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_nominatedById_fkey" FOREIGN KEY ("nominatedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_forwardedById_fkey" FOREIGN KEY ("forwardedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingStep" ADD CONSTRAINT "FindingStep_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingStep" ADD CONSTRAINT "FindingStep_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CommissionSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_voterId_fkey" FOREIGN KEY ("voterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingProposal" ADD CONSTRAINT "FindingProposal_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingProposal" ADD CONSTRAINT "FindingProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingProposal" ADD CONSTRAINT "FindingProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionSession" ADD CONSTRAINT "CommissionSession_convenedById_fkey" FOREIGN KEY ("convenedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionSession" ADD CONSTRAINT "CommissionSession_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Convocation" ADD CONSTRAINT "Convocation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CommissionSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Convocation" ADD CONSTRAINT "Convocation_chairId_fkey" FOREIGN KEY ("chairId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CommissionSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows the schema cannot say; server/commission/commission.test.ts holds it.

-- Two people decide on a publication or revocation, one of them at a time.
ALTER TABLE "FindingProposal" ADD CONSTRAINT "FindingProposal_two_people"
  CHECK ("decidedById" <> "proposedById");
CREATE UNIQUE INDEX "FindingProposal_one_open" ON "FindingProposal" ("findingId")
  WHERE "decidedAt" IS NULL;

-- One finding of a case is on its way or stands; those before it are stale, revoked or superseded.
CREATE UNIQUE INDEX "Finding_one_standing" ON "Finding" ("incidentId", "pactId", "clauseId", "accused")
  WHERE "state" NOT IN ('stale', 'revoked', 'superseded');

-- Rows that stay as they were written.
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "FindingStep"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Vote"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Recusal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Reply"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AgendaItem"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Rows of which only some columns change, and none is ever taken away.
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "Finding"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "FindingProposal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "CommissionSession"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "Convocation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "Convocation" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('present');
CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "CommissionSession" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('closedById', 'closedAt');
CREATE TRIGGER "settled" BEFORE UPDATE ON "CommissionSession" FOR EACH ROW
  WHEN (OLD."closedAt" IS NOT NULL) EXECUTE FUNCTION "refuse_row_change"();
CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "FindingProposal" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('decidedById', 'decidedAt', 'accepted', 'decisionReason');
CREATE TRIGGER "settled" BEFORE UPDATE ON "FindingProposal" FOR EACH ROW
  WHEN (OLD."decidedAt" IS NOT NULL) EXECUTE FUNCTION "refuse_row_change"();

-- Which case it is never changes; what its signers see is fixed once, and what is published too.
CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "Finding" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('state', 'complainants', 'forwardedById', 'forwardedAt',
    'content', 'inputs', 'contentHash', 'inputsHash', 'outcome', 'decision', 'decidedById',
    'decidedAt', 'publishedWord', 'publishedAt', 'staleAt', 'revokedAt', 'ledgerSeq');
CREATE FUNCTION "keep_what_is_signed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."contentHash" IS NULL OR (NEW."content" = OLD."content" AND NEW."inputs" = OLD."inputs"
        AND NEW."contentHash" = OLD."contentHash" AND NEW."inputsHash" = OLD."inputsHash"
        AND NEW."complainants" = OLD."complainants"))
     AND (OLD."publishedAt" IS NULL OR (NEW."publishedAt" = OLD."publishedAt"
        AND NEW."publishedWord" = OLD."publishedWord" AND NEW."outcome" = OLD."outcome"
        AND NEW."decision" = OLD."decision")) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of "Finding" is refused: what is signed or published stays as it is'
    USING ERRCODE = 'object_not_in_prerequisite_state';
END;
$$;
CREATE TRIGGER "keep_what_is_signed" BEFORE UPDATE ON "Finding" FOR EACH ROW
  EXECUTE FUNCTION "keep_what_is_signed"();

-- Nobody votes on their own work, on another content than the finding's, or after stepping back.
CREATE FUNCTION "refuse_ineligible_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "about" "Finding"%ROWTYPE;
BEGIN
  SELECT * INTO "about" FROM "Finding" WHERE "id" = NEW."findingId";
  IF "about"."nominatedById" = NEW."voterId"
     OR EXISTS (SELECT FROM "IncidentRevision" WHERE "incidentId" = "about"."incidentId"
                AND "authorId" = NEW."voterId")
     OR EXISTS (SELECT FROM "Coding" WHERE "incidentId" = "about"."incidentId"
                AND NEW."voterId" IN ("firstCoderId", "secondCoderId", "reconciledById")) THEN
    RAISE EXCEPTION 'INSERT into "Vote" is refused: nobody votes on their own work'
      USING ERRCODE = 'check_violation';
  END IF;
  IF "about"."state" <> 'before_commission'
     OR "about"."contentHash" IS DISTINCT FROM NEW."contentHash"
     OR EXISTS (SELECT FROM "Recusal" WHERE "findingId" = NEW."findingId"
                AND "delegateId" = NEW."voterId")
     OR NOT EXISTS (SELECT FROM "RoleGrant" WHERE "userId" = NEW."voterId" AND "role" = 'delegate'
                    AND "revokedAt" IS NULL
                    AND ("pactId" IS NULL OR "pactId" = "about"."pactId")
                    AND ("party" = "about"."accusedParty" OR "party" = ANY ("about"."complainants")))
     OR NOT EXISTS (SELECT FROM "AgendaItem" JOIN "CommissionSession" ON "id" = "sessionId"
                    WHERE "sessionId" = NEW."sessionId" AND "findingId" = NEW."findingId"
                    AND "closedAt" IS NULL) THEN
    RAISE EXCEPTION 'INSERT into "Vote" is refused: this vote would not count'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "refuse_ineligible_vote" BEFORE INSERT ON "Vote" FOR EACH ROW
  EXECUTE FUNCTION "refuse_ineligible_vote"();
