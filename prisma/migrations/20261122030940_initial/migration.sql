-- CreateTable
CREATE TABLE "Dossier" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "license" TEXT NOT NULL,
    "compiledOn" DATE NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Monitoring" (
    "id" SERIAL NOT NULL,
    "dossierId" TEXT NOT NULL,
    "victimState" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "effort" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Monitoring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ledgerSeq" INTEGER NOT NULL,
    "dossierId" TEXT,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "startedFrom" TIMESTAMPTZ(3) NOT NULL,
    "startedTo" TIMESTAMPTZ(3) NOT NULL,
    "disclosed" TIMESTAMPTZ(3),
    "severity" SMALLINT NOT NULL,
    "status" TEXT NOT NULL,
    "tlp" TEXT NOT NULL,
    "victimStates" TEXT[],
    "accused" TEXT[],
    "conduct" TEXT[],
    "objects" TEXT[],
    "searchText" TEXT NOT NULL,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentRevision" (
    "incidentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authorId" TEXT,
    "reason" TEXT NOT NULL,
    "basedOn" INTEGER,

    CONSTRAINT "IncidentRevision_pkey" PRIMARY KEY ("incidentId","number")
);

-- CreateTable
CREATE TABLE "Pact" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Pact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PactVersion" (
    "pactId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "textHash" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authorId" TEXT,

    CONSTRAINT "PactVersion_pkey" PRIMARY KEY ("pactId","version")
);

-- CreateTable
CREATE TABLE "AdherenceEvent" (
    "pactId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "precision" TEXT NOT NULL,
    "statedReason" TEXT,
    "counterProposalId" TEXT,
    "sources" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authorId" TEXT,

    CONSTRAINT "AdherenceEvent_pkey" PRIMARY KEY ("pactId","position")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignedFinding" (
    "id" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "incidentRevision" INTEGER NOT NULL,
    "pactId" TEXT NOT NULL,
    "pactVersion" INTEGER NOT NULL,
    "clauseId" TEXT NOT NULL,
    "accused" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "trace" JSONB NOT NULL,
    "inputsHash" TEXT NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "votes" JSONB NOT NULL,
    "supersedesId" TEXT,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignedFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "party" TEXT,
    "pactId" TEXT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SetupLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "eventHash" TEXT NOT NULL,
    "chainHash" TEXT NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "LedgerPayload" (
    "seq" INTEGER NOT NULL,
    "payload" JSONB,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LedgerPayload_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "Monitoring_victimState_from_idx" ON "Monitoring"("victimState", "from");

-- CreateIndex
CREATE INDEX "Incident_ledgerSeq_idx" ON "Incident"("ledgerSeq");

-- CreateIndex
CREATE INDEX "Incident_startedFrom_id_idx" ON "Incident"("startedFrom", "id");

-- CreateIndex
CREATE INDEX "Incident_disclosed_id_idx" ON "Incident"("disclosed", "id");

-- CreateIndex
CREATE INDEX "Incident_severity_id_idx" ON "Incident"("severity", "id");

-- CreateIndex
CREATE INDEX "Incident_title_id_idx" ON "Incident"("title", "id");

-- CreateIndex
CREATE INDEX "Incident_published_tlp_idx" ON "Incident"("published", "tlp");

-- CreateIndex
CREATE INDEX "Incident_victimStates_idx" ON "Incident" USING GIN ("victimStates");

-- CreateIndex
CREATE INDEX "Incident_accused_idx" ON "Incident" USING GIN ("accused");

-- CreateIndex
CREATE INDEX "Incident_conduct_idx" ON "Incident" USING GIN ("conduct");

-- CreateIndex
CREATE INDEX "Incident_objects_idx" ON "Incident" USING GIN ("objects");

-- CreateIndex
CREATE INDEX "IncidentRevision_recordedAt_idx" ON "IncidentRevision"("recordedAt");

-- CreateIndex
CREATE INDEX "IncidentRevision_authorId_idx" ON "IncidentRevision"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "SignedFinding_supersedesId_key" ON "SignedFinding"("supersedesId");

-- CreateIndex
CREATE INDEX "SignedFinding_pactId_revokedAt_idx" ON "SignedFinding"("pactId", "revokedAt");

-- CreateIndex
CREATE INDEX "SignedFinding_incidentId_idx" ON "SignedFinding"("incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "RoleGrant_userId_revokedAt_idx" ON "RoleGrant"("userId", "revokedAt");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "LedgerEntry_subject_idx" ON "LedgerEntry"("subject");

-- CreateIndex
CREATE INDEX "LedgerEntry_type_seq_idx" ON "LedgerEntry"("type", "seq");

-- CreateIndex
CREATE INDEX "LedgerEntry_at_idx" ON "LedgerEntry"("at");

-- AddForeignKey
ALTER TABLE "Monitoring" ADD CONSTRAINT "Monitoring_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentRevision" ADD CONSTRAINT "IncidentRevision_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentRevision" ADD CONSTRAINT "IncidentRevision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PactVersion" ADD CONSTRAINT "PactVersion_pactId_fkey" FOREIGN KEY ("pactId") REFERENCES "Pact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PactVersion" ADD CONSTRAINT "PactVersion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdherenceEvent" ADD CONSTRAINT "AdherenceEvent_pactId_fkey" FOREIGN KEY ("pactId") REFERENCES "Pact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdherenceEvent" ADD CONSTRAINT "AdherenceEvent_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignedFinding" ADD CONSTRAINT "SignedFinding_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignedFinding" ADD CONSTRAINT "SignedFinding_pactId_pactVersion_fkey" FOREIGN KEY ("pactId", "pactVersion") REFERENCES "PactVersion"("pactId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignedFinding" ADD CONSTRAINT "SignedFinding_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "SignedFinding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerPayload" ADD CONSTRAINT "LedgerPayload_seq_fkey" FOREIGN KEY ("seq") REFERENCES "LedgerEntry"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows the schema cannot say; prisma/migrate.test.ts holds it.

-- Words of the search, exactly as server/projection.ts folded them; queries ask for their prefixes.
-- The cost, and a language that is not inlined, make the planner prefer the index to parsing every row.
CREATE FUNCTION "search_words"("folded" TEXT) RETURNS TSVECTOR
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
BEGIN
  RETURN array_to_tsvector(string_to_array("folded", ' '));
END;
$$;
CREATE INDEX "Incident_searchText_words_idx" ON "Incident" USING GIN ("search_words"("searchText"));

-- Rows that stay as they were written.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of "%" is refused: its rows stay as they were written', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'object_not_in_prerequisite_state';
END;
$$;

CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "IncidentRevision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "PactVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "PolicyVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "refuse_change" BEFORE DELETE OR TRUNCATE ON "LedgerPayload"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- The one way to redact: once, to nothing, with its time.
CREATE FUNCTION "allow_redaction_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."seq" = OLD."seq" AND OLD."redactedAt" IS NULL
     AND NEW."payload" IS NULL AND NEW."redactedAt" IS NOT NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of "LedgerPayload" is refused: a payload can only be redacted, once'
    USING ERRCODE = 'object_not_in_prerequisite_state';
END;
$$;

CREATE TRIGGER "allow_redaction_only" BEFORE UPDATE ON "LedgerPayload"
  FOR EACH ROW EXECUTE FUNCTION "allow_redaction_only"();
