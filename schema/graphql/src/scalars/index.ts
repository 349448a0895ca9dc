import './currency-code.ts';
import './cursor.ts';
import './date-time.ts';
import './decimal.ts';
import './duration.ts';
import './json.ts';
