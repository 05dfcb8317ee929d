-- Whoever settled two codings has a hand in the record, whether or not it changed by that.
CREATE OR REPLACE FUNCTION "refuse_own_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "IncidentRevision" r
             WHERE r."incidentId" = NEW."incidentId" AND r."authorId" = NEW."actorId")
     OR EXISTS (SELECT FROM "Coding" c WHERE c."incidentId" = NEW."incidentId"
                AND NEW."actorId" IN (c."firstCoderId", c."secondCoderId", c."reconciledById")) THEN
    RAISE EXCEPTION '% of % is refused: nobody judges their own work', NEW."action", NEW."incidentId"
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END;
$$;
