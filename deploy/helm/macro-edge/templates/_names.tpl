{{- define "macro-edge.fullname" -}}
{{- .Values.fullnameOverride | default .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Of all objects, with the component: dict root, component, tag (of a colour) */}}
{{- define "macro-edge.labels" -}}
{{ include "macro-edge.selector" . }}
app.kubernetes.io/version: {{ .tag | default .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: macro-edge
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name (.root.Chart.Version | replace "+" "_") }}
{{- end -}}

{{- define "macro-edge.selector" -}}
app.kubernetes.io/name: macro-edge
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* dict root, image, digest, tag */}}
{{- define "macro-edge.image" -}}
{{- $registry := .root.Values.image.registry -}}
{{- $name := ternary .image (printf "%s/%s" $registry .image) (empty $registry) -}}
{{- if .digest -}}
{{ printf "%s@%s" $name .digest }}
{{- else -}}
{{ printf "%s:%s" $name (.tag | default .root.Values.image.tag | default .root.Chart.AppVersion) }}
{{- end -}}
{{- end -}}

{{/* The servers and their deployments, as JSON: with blue-green, one of the API for each colour that has a tag. */}}
{{- define "macro-edge.deployments" -}}
{{- $all := list -}}
{{- range $role, $server := .Values.servers -}}
{{- if $server.enabled -}}
{{- if and (eq $role "api") $.Values.blueGreen.enabled -}}
{{- range $colour := list "blue" "green" -}}
{{- $tag := (index $.Values.blueGreen $colour).tag -}}
{{- if $tag -}}
{{- $all = append $all (dict "role" $role "name" (printf "%s-%s" $role $colour) "colour" $colour "tag" $tag) -}}
{{- end -}}
{{- end -}}
{{- else -}}
{{- $all = append $all (dict "role" $role "name" $role "colour" "" "tag" "") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- dict "items" $all | toJson -}}
{{- end -}}

{{/* The role that answers the API. */}}
{{- define "macro-edge.front" -}}
{{- ternary "serve" "api" .Values.servers.serve.enabled -}}
{{- end -}}

{{/* The component to which the ingress leads. */}}
{{- define "macro-edge.entrance" -}}
{{- ternary "ui" (include "macro-edge.front" .) .Values.servers.ui.enabled -}}
{{- end -}}

{{- define "macro-edge.checks" -}}
{{- $split := or .Values.servers.api.enabled .Values.servers.ingestion.enabled (index .Values.servers "bias-engine").enabled -}}
{{- if and $split .Values.servers.serve.enabled -}}
{{- fail "servers.serve does everything: switch it off, or the servers of one role" -}}
{{- end -}}
{{- if and .Values.blueGreen.enabled (not (index .Values.blueGreen .Values.blueGreen.active).tag) -}}
{{- fail (printf "blueGreen.%s.tag is missing: this colour is active" .Values.blueGreen.active) -}}
{{- end -}}
{{- end -}}
