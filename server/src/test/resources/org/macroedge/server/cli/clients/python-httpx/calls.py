"""Eight calls by the client that openapi-python-client writes."""

import sys
from datetime import datetime, timezone

from edge_client import Client
from edge_client.api.bias import bias_explanation, bias_instrument, bias_summary
from edge_client.api.calendar import calendar_between
from edge_client.api.indicators import indicator_releases
from edge_client.api.instruments import instrument_list
from edge_client.api.releases import push_push
from edge_client.models import ForecastKind, PushedForecast, PushedRelease, PushRequest, Region

PAYROLLS = "us-nonfarm-payrolls"
THEN = "2021-09-03T12:30:00Z"
NOW = datetime.now(timezone.utc).isoformat()

with Client(base_url=sys.argv[1]) as client:
    print("instruments", len(instrument_list.sync(client=client).items))
    print("summary", len(bias_summary.sync(client=client, as_of=NOW).items))
    print("now", bias_instrument.sync("EURUSD", client=client, as_of=NOW).reason.value)
    then = bias_explanation.sync("EURUSD", client=client, as_of=THEN)
    print("then", then.label.value, f"{then.score:.4f}", then.z > 0)
    calendar = calendar_between.sync(
        client=client, as_of=THEN, region=Region.US, importance=3, from_=THEN, to=THEN
    )
    payrolls = next(item for item in calendar.items if item.indicator == PAYROLLS)
    print("calendar", payrolls.state.value, int(payrolls.actual), payrolls.forecast_kind.value, payrolls.period)
    print("releases", len(indicator_releases.sync(PAYROLLS, client=client).items))
    release = PushedRelease(
        indicator=PAYROLLS,
        released_at="2022-01-07T13:30:00Z",
        actual=199000,
        forecasts=[PushedForecast(kind=ForecastKind.SURVEY, value=400000)],
    )
    push = PushRequest(source="macro-edge", releases=[release])
    print("push", push_push.sync(client=client, body=push, dry_run=True).imported)
    problem = bias_instrument.sync("EURSUD", client=client)
    print("problem", problem.status, problem.type_)
