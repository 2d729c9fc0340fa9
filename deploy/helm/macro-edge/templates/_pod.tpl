{{/* The specification of a pod: dict root, role, image, digest, tag, resources, settings, args, job */}}
{{- define "macro-edge.pod" -}}
{{- $values := .root.Values -}}
{{- $full := include "macro-edge.fullname" .root -}}
{{- $page := eq .role "ui" -}}
serviceAccountName: {{ $full }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with $values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- if not $values.security.clusterChoosesUser }}
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  {{- end }}
  seccompProfile: {type: RuntimeDefault}
{{- if .job }}
restartPolicy: Never
{{- else }}
# a server finishes or cancels what it does within a minute
terminationGracePeriodSeconds: {{ add $values.drainSeconds 80 }}
{{- end }}
containers:
  - name: macro-edge
    image: {{ include "macro-edge.image" . }}
    imagePullPolicy: {{ $values.image.pullPolicy }}
    {{- with .args }}
    args: {{ toJson . }}
    {{- end }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      runAsNonRoot: true
      capabilities: {drop: [ALL]}
    resources: {{ toJson .resources }}
    {{- if not $page }}
    envFrom:
      - configMapRef: {name: {{ $full }}-settings}
    env:
      {{- include "macro-edge.env" . | nindent 6 }}
    {{- end }}
    {{- if not .job }}
    ports:
      - {name: http, containerPort: 8080, protocol: TCP}
    {{- include "macro-edge.probes" (dict "page" $page) | nindent 4 }}
    lifecycle:
      preStop:
        sleep: {seconds: {{ $values.drainSeconds }}}
    {{- end }}
    volumeMounts:
      - {name: tmp, mountPath: /tmp}
      {{- if $page }}
      - {name: page, mountPath: /etc/nginx/macro-edge, readOnly: true}
      - {name: listen, mountPath: /etc/nginx/listen.conf, subPath: listen.conf, readOnly: true}
      {{- else }}
      - {name: home, mountPath: /var/lib/macro-edge}
      - {name: files, mountPath: /etc/macro-edge/files, readOnly: true}
      {{- if $values.trust.configMap }}
      - {name: trust, mountPath: /etc/macro-edge/trust, readOnly: true}
      {{- end }}
      {{- if eq (include "macro-edge.has-vault" .) "true" }}
      - {name: vault, mountPath: /etc/macro-edge/vault, readOnly: true}
      {{- end }}
      {{- end }}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 2Gi}
  {{- if $page }}
  - name: page # nginx reads every file of the folder
    configMap:
      name: {{ $full }}-page
      items: [{key: api.conf, path: api.conf}, {key: authorization.conf, path: authorization.conf}, {key: sign-in.conf, path: sign-in.conf}]
  - name: listen
    configMap:
      name: {{ $full }}-page
      items: [{key: listen.conf, path: listen.conf}]
  {{- else }}
  {{- include "macro-edge.volumes" . | nindent 2 }}
  {{- end }}
{{- end -}}

{{/* Whether a server asks sources, with keys of a vault. */}}
{{- define "macro-edge.has-vault" -}}
{{- and (eq .root.Values.sourceKeys.from "vault") (has .role (list "serve" "ingestion")) -}}
{{- end -}}

{{- define "macro-edge.volumes" -}}
{{- $values := .root.Values -}}
{{- $full := include "macro-edge.fullname" .root -}}
- name: home
  emptyDir: {sizeLimit: 512Mi}
- name: files
  configMap: {name: {{ $full }}-files}
{{- if $values.trust.configMap }}
- name: trust
  configMap: {name: {{ $values.trust.configMap }}}
{{- end }}
{{- if eq (include "macro-edge.has-vault" .) "true" }}
- name: vault
  secret: {secretName: {{ $values.sourceKeys.vault.token.name }}, defaultMode: 0440}
{{- end }}
{{- end -}}

{{/* Health has what restarting and sending requests depend on; of the page, whether nginx answers. */}}
{{- define "macro-edge.probes" -}}
{{- $live := ternary "/nginx-health" "/actuator/health/liveness" .page -}}
{{- $ready := ternary "/nginx-health" "/actuator/health/readiness" .page -}}
startupProbe: # a start may bring the store up to date first
  httpGet: {path: {{ $live }}, port: http}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 120
livenessProbe:
  httpGet: {path: {{ $live }}, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: {path: {{ $ready }}, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
{{- end -}}

{{- define "macro-edge.settings" -}}
{{- range $name, $value := . }}
- {name: {{ $name }}, value: {{ $value | toString | quote }}}
{{- end }}
{{- end -}}

{{/* One variable from a key of a Secret: dict variable, name, key */}}
{{- define "macro-edge.secret" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef: {name: {{ .name }}, key: {{ .key }}}
{{- end -}}

{{- define "macro-edge.source-keys" -}}
{{- if eq .from "secret" }}
{{- range .secret.variables }}
{{ include "macro-edge.secret" (dict "variable" . "name" $.secret.name "key" .) }}
{{- end }}
{{- else if eq .from "vault" }}
- {name: MACRO_EDGE_KEYS, value: {{ printf "vault:%s" .vault.place | quote }}}
- {name: MACRO_EDGE_VAULT_ADDRESS, value: {{ .vault.address | quote }}}
- {name: MACRO_EDGE_VAULT_TOKEN_FILE, value: {{ printf "/etc/macro-edge/vault/%s" .vault.token.key | quote }}}
{{- else if eq .from "aws" }}
- {name: MACRO_EDGE_KEYS, value: {{ printf "aws:%s" .aws.name | quote }}}
{{- end }}
{{- end -}}

{{- define "macro-edge.env" -}}
{{- $values := .root.Values -}}
- {name: MACRO_EDGE_ROLE, value: {{ .role }}}
{{ include "macro-edge.secret" (dict "variable" "MACRO_EDGE_DATABASE_URL" "name" $values.database.secret.name "key" $values.database.secret.key) }}
{{- if $values.redis.secret.name }}
{{ include "macro-edge.secret" (dict "variable" "MACRO_EDGE_REDIS_URL" "name" $values.redis.secret.name "key" $values.redis.secret.key) }}
{{- end }}
{{- if has .role (list "serve" "ingestion") }}
{{- include "macro-edge.source-keys" $values.sourceKeys }}
{{- if $values.exports.file }}
- {name: MACRO_EDGE_EXPORTS, value: /etc/macro-edge/files/exports.yaml}
{{- end }}
{{- end }}
{{- if and $values.alerts.file (has .role (list "serve" "bias-engine")) }}
- {name: MACRO_EDGE_ALERTS, value: /etc/macro-edge/files/alerts.yaml}
{{- range $values.alerts.secret.variables }}
{{ include "macro-edge.secret" (dict "variable" . "name" $values.alerts.secret.name "key" .) }}
{{- end }}
{{- end }}
{{- include "macro-edge.settings" .settings }}
{{- end -}}
