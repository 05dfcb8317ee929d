-- CreateTable
CREATE TABLE "Permalink" (
    "code" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Permalink_pkey" PRIMARY KEY ("code")
);
