-- CreateTable
CREATE TABLE "LabScenario" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LabScenario_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LabScenario_ownerId_createdAt_idx" ON "LabScenario"("ownerId", "createdAt");

-- AddForeignKey
ALTER TABLE "LabScenario" ADD CONSTRAINT "LabScenario_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
