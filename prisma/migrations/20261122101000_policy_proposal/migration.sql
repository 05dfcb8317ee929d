-- CreateTable
CREATE TABLE "PolicyProposal" (
    "id" TEXT NOT NULL,
    "basedOnId" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "validFrom" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "impact" JSONB NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "decisionReason" TEXT,
    "versionId" TEXT,

    CONSTRAINT "PolicyProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PolicyProposal_versionId_key" ON "PolicyProposal"("versionId");

-- CreateIndex
CREATE INDEX "PolicyProposal_decidedAt_proposedAt_idx" ON "PolicyProposal"("decidedAt", "proposedAt");

-- AddForeignKey
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_basedOnId_fkey" FOREIGN KEY ("basedOnId") REFERENCES "PolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows the schema cannot say; app/api/v1/policy/policy.test.ts holds it.

-- Two people: nobody decides what they proposed.
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_two_people"
  CHECK ("decidedById" IS NULL OR "decidedById" <> "proposedById");

-- A proposal is kept, and decided once; only one that was accepted becomes a version.
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_decision"
  CHECK (
    ("decidedById" IS NULL) = ("decidedAt" IS NULL)
    AND ("decidedById" IS NULL) = ("accepted" IS NULL)
    AND ("versionId" IS NOT NULL) = COALESCE("accepted", FALSE)
  );
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "PolicyProposal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "PolicyProposal" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('decidedById', 'decidedAt', 'accepted', 'decisionReason', 'versionId');
CREATE TRIGGER "settled" BEFORE UPDATE ON "PolicyProposal" FOR EACH ROW
  WHEN (OLD."decidedAt" IS NOT NULL) EXECUTE FUNCTION "refuse_row_change"();
