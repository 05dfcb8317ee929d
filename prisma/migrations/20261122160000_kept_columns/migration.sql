-- CreateTable
CREATE TABLE "KeptColumns" (
    "key" TEXT NOT NULL,
    "generation" TEXT,
    "ledgerSeq" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMPTZ(3),
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KeptColumns_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "KeptColumnsPart" (
    "generation" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KeptColumnsPart_pkey" PRIMARY KEY ("generation","number")
);

-- Packed numbers do not become smaller: spare the attempt.
ALTER TABLE "KeptColumnsPart" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
