module example.org/calls

go 1.23

require example.org/client/edge v0.0.0

require gopkg.in/validator.v2 v2.0.1 // indirect

replace example.org/client/edge => ./edge
