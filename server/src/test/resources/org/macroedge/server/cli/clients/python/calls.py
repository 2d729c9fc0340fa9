"""Eight calls by the client that openapi-generator writes in Python."""

import json
import sys
from datetime import datetime, timezone

import openapi_client as api
from openapi_client.exceptions import NotFoundException

PAYROLLS = "us-nonfarm-payrolls"
THEN = "2021-09-03T12:30:00Z"
NOW = datetime.now(timezone.utc).isoformat()

with api.ApiClient(api.Configuration(host=sys.argv[1])) as client:
    bias = api.BiasApi(client)
    print("instruments", len(api.InstrumentsApi(client).instrument_list().items))
    print("summary", len(bias.bias_summary(as_of=NOW).items))
    print("now", bias.bias_instrument("EURUSD", as_of=NOW).reason.value)
    then = bias.bias_explanation("EURUSD", as_of=THEN)
    print("then", then.label.value, f"{then.score:.4f}", then.z > 0)
    calendar = api.CalendarApi(client).calendar_between(as_of=THEN, region=api.Region.US, importance=3, var_from=THEN, to=THEN)
    payrolls = next(item for item in calendar.items if item.indicator == PAYROLLS)
    print("calendar", payrolls.state.value, int(payrolls.actual), payrolls.forecast_kind.value, payrolls.period)
    print("releases", len(api.IndicatorsApi(client).indicator_releases(PAYROLLS).items))
    release = api.PushedRelease(
        indicator=PAYROLLS,
        released_at="2022-01-07T13:30:00Z",
        actual=199000,
        forecasts=[api.PushedForecast(kind=api.ForecastKind.SURVEY, value=400000)],
    )
    push = api.PushRequest(source="macro-edge", releases=[release])
    print("push", api.ReleasesApi(client).push_push(push, dry_run=True).imported)
    try:
        bias.bias_instrument("EURSUD")
    except NotFoundException as problem:
        print("problem", problem.status, json.loads(problem.body)["type"])
