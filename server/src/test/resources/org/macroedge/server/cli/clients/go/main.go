// Eight calls by the client that openapi-generator writes in Go.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	edge "example.org/client/edge"
)

const payrolls = "us-nonfarm-payrolls"
const then = "2021-09-03T12:30:00Z"

func must[T any](answer T, _ any, fault error) T {
	if fault != nil {
		fmt.Fprintln(os.Stderr, fault)
		os.Exit(1)
	}
	return answer
}

func main() {
	configuration := edge.NewConfiguration()
	configuration.Servers = edge.ServerConfigurations{{URL: os.Args[1]}}
	client := edge.NewAPIClient(configuration)
	ask := context.Background()
	now := time.Now().Format(time.RFC3339Nano)

	fmt.Println("instruments", len(must(client.InstrumentsAPI.InstrumentList(ask).Execute()).Items))
	fmt.Println("summary", len(must(client.BiasAPI.BiasSummary(ask).AsOf(now).Execute()).Items))
	current := must(client.BiasAPI.BiasInstrument(ask, "EURUSD").AsOf(now).Execute())
	fmt.Println("now", *current.Reason.Get())
	explained := must(client.BiasAPI.BiasExplanation(ask, "EURUSD").AsOf(then).Execute())
	positive := map[bool]string{true: "True", false: "False"}[*explained.Z.Get() > 0]
	fmt.Printf("then %s %.4f %s\n", *explained.Label.Get(), *explained.Score.Get(), positive)
	calendar := must(client.CalendarAPI.CalendarBetween(ask).AsOf(then).Region(edge.REGION_US).Importance(3).From(then).To(then).Execute())
	for _, item := range calendar.Items {
		if item.Indicator == payrolls {
			fmt.Printf("calendar %s %.0f %s %s\n", item.State, *item.Actual.Get(), *item.ForecastKind.Get(), *item.Period.Get())
		}
	}
	fmt.Println("releases", len(must(client.IndicatorsAPI.IndicatorReleases(ask, payrolls).Execute()).Items))
	release := edge.NewPushedRelease(payrolls)
	release.SetReleasedAt("2022-01-07T13:30:00Z")
	release.SetActual(199000)
	release.SetForecasts([]edge.PushedForecast{*edge.NewPushedForecast(edge.FORECASTKIND_SURVEY, 400000)})
	push := edge.NewPushRequest([]edge.PushedRelease{*release}, "macro-edge")
	fmt.Println("push", must(client.ReleasesAPI.PushPush(ask).PushRequest(*push).DryRun(true).Execute()).Imported)
	_, answer, fault := client.BiasAPI.BiasInstrument(ask, "EURSUD").Execute()
	problem := fault.(*edge.GenericOpenAPIError).Model().(edge.Problem)
	fmt.Println("problem", answer.StatusCode, problem.Type)
}
