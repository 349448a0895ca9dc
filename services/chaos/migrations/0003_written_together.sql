-- Said at the end of a statement with many writes: when one of them found that someone else was faster, none is made.
CREATE FUNCTION chaos.all_written(VARIADIC written boolean[]) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF false = ANY (written) THEN
    RAISE EXCEPTION 'someone else has just written this' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN true;
END
$$;
