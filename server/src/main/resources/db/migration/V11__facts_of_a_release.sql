-- Live intake and a repeated import ask for the facts of few indicators out of very many.
CREATE INDEX print_release ON print (release);
CREATE INDEX schedule_release ON schedule (release);
CREATE INDEX forecast_release ON forecast (release);
