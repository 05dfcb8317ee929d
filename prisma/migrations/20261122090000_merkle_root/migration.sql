-- AlterTable
ALTER TABLE "LedgerPayload" ADD COLUMN     "salt" TEXT;

-- CreateTable
CREATE TABLE "LedgerRoot" (
    "day" DATE NOT NULL,
    "treeSize" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "peaks" TEXT[],
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "LedgerRoot_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerRoot_seq_key" ON "LedgerRoot"("seq");

-- AddForeignKey
ALTER TABLE "LedgerRoot" ADD CONSTRAINT "LedgerRoot_seq_fkey" FOREIGN KEY ("seq") REFERENCES "LedgerEntry"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows the schema cannot say; server/ledger/roots.test.ts holds it.

-- Rows that stay as they were written.
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerRoot"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A redaction empties the salt with the payload: nothing is left to try payloads against but the hash.
CREATE OR REPLACE FUNCTION "allow_redaction_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."seq" = OLD."seq" AND OLD."redactedAt" IS NULL
     AND NEW."payload" IS NULL AND NEW."salt" IS NULL AND NEW."redactedAt" IS NOT NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of "LedgerPayload" is refused: a payload can only be redacted, once'
    USING ERRCODE = 'object_not_in_prerequisite_state';
END;
$$;
