-- CreateTable
CREATE TABLE "Notice" (
    "userId" TEXT NOT NULL,
    "ledgerSeq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("userId","ledgerSeq","kind")
);

-- CreateTable
CREATE TABLE "FeedToken" (
    "userId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedToken_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE INDEX "Notice_userId_readAt_idx" ON "Notice"("userId", "readAt");

-- CreateIndex
CREATE UNIQUE INDEX "FeedToken_hash_key" ON "FeedToken"("hash");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_ledgerSeq_fkey" FOREIGN KEY ("ledgerSeq") REFERENCES "LedgerEntry"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedToken" ADD CONSTRAINT "FeedToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows the schema cannot say; app/api/v1/inbox/inbox.test.ts holds it.

-- Of a notice only whether it was read changes.
CREATE TRIGGER "allow_change_of" BEFORE UPDATE ON "Notice" FOR EACH ROW
  EXECUTE FUNCTION "allow_change_of"('readAt');
