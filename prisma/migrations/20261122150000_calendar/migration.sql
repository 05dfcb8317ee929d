-- AlterTable
ALTER TABLE "FeedToken" ADD COLUMN     "calendar" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "calendarAt" TIMESTAMPTZ(3);
