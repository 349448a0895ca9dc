{{/* The release's name is the prefix of everything. */}}
{{- define "waybill.name" -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "waybill.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What selects the pods of a component: { root, component, queue? }. It never changes between releases. */}}
{{- define "waybill.selector" -}}
app.kubernetes.io/name: waybill
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- with .queue }}
waybill/queue: {{ . }}
{{- end }}
{{- end -}}

{{- define "waybill.labels" -}}
{{ include "waybill.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end -}}

{{- define "waybill.fromSecret" -}}
valueFrom: { secretKeyRef: { name: {{ .name | quote }}, key: {{ .key | quote }} } }
{{- end -}}

{{/* Where the others are, as gateway and workers need to know. */}}
{{- define "waybill.neighbours" -}}
- name: TEMPORAL_ADDRESS
  value: {{ .Values.temporal.address | quote }}
- name: TEMPORAL_NAMESPACE
  value: {{ .Values.temporal.namespace | quote }}
- name: WAYBILL_CHAOS_URL
  value: http://{{ include "waybill.name" . }}-chaos:3001
- name: WAYBILL_ORDER_BOOK_URL
  value: http://{{ include "waybill.name" . }}-order-book:3002
{{- with .Values.temporal.tls }}
{{- if .enabled }}
- name: TEMPORAL_TLS
  value: "true"
{{- end }}
{{- range $name, $value := dict "TEMPORAL_TLS_SERVER_NAME" .serverName "TEMPORAL_TLS_SERVER_CA_CERT_PATH" (not (empty .caSecret.name) | ternary (printf "/etc/waybill/engine-ca/%s" .caSecret.key) "") "TEMPORAL_TLS_CLIENT_CERT_PATH" (not (empty .clientSecret.name) | ternary (printf "/etc/waybill/engine-client/%s" .clientSecret.cert) "") "TEMPORAL_TLS_CLIENT_KEY_PATH" (not (empty .clientSecret.name) | ternary (printf "/etc/waybill/engine-client/%s" .clientSecret.key) "") }}
{{- if $value }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $name, $secret := dict "TEMPORAL_API_KEY" .Values.temporal.apiKeySecret "WAYBILL_PAYLOAD_KEYS" .Values.payloadKeys }}
{{- if $secret.name }}
- name: {{ $name }}
  {{- include "waybill.fromSecret" $secret | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The secrets that who speaks to the engine reads from files: name, secret. */}}
{{- define "waybill.engineSecrets" -}}
{{- if has .component (list "gateway" "worker") }}
{{- with .root.Values.temporal.tls }}
engine-ca: {{ .caSecret.name | quote }}
engine-client: {{ .clientSecret.name | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "waybill.database" -}}
- name: DATABASE_URL
  value: {{ .Values.database.url | quote }}
- name: PGPASSWORD
  {{- include "waybill.fromSecret" .Values.database.passwordSecret | nindent 2 }}
{{- end -}}

{{/* The security of a container, as the restricted Pod Security Standard demands it, and nothing to write to but /tmp. */}}
{{- define "waybill.hardened" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  {{- range $name, $secret := include "waybill.engineSecrets" . | fromYaml }}
  {{- if $secret }}
  - { name: {{ $name }}, mountPath: /etc/waybill/{{ $name }}, readOnly: true }
  {{- end }}
  {{- end }}
{{- end -}}

{{/*
The template of a pod: { root, component, queue?, command, env, settings, grace, probes, port? }.
Kubernetes' own variables for services (WAYBILL_GATEWAY_PORT=tcp://…) would be read as settings: enableServiceLinks is false.
*/}}
{{- define "waybill.pod" -}}
metadata:
  labels: {{- include "waybill.labels" . | nindent 4 }}
spec:
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .grace }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    fsGroup: 1000
    seccompProfile: { type: RuntimeDefault }
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .root.Values.nodeSelector }}
  nodeSelector: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .root.Values.tolerations }}
  tolerations: {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
    {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels: {{- include "waybill.selector" $ | nindent 10 }}
    {{- end }}
  volumes:
    - { name: tmp, emptyDir: {} }
    {{- range $name, $secret := include "waybill.engineSecrets" . | fromYaml }}
    {{- if $secret }}
    - { name: {{ $name }}, secret: { secretName: {{ $secret | quote }}, defaultMode: 0440 } }
    {{- end }}
    {{- end }}
  containers:
    - name: {{ .component }}
      image: {{ include "waybill.image" .root | quote }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      args: [{{ .command }}]
      env:
        - name: WAYBILL_METRICS_HOST
          value: 0.0.0.0
        - name: WAYBILL_METRICS_PORT
          value: {{ .root.Values.metrics.port | quote }}
        - name: WAYBILL_SERVICE_TOKEN
          {{- include "waybill.fromSecret" .root.Values.serviceToken | nindent 10 }}
        {{- if and (has .component (list "order-book" "chaos")) .root.Values.secondaryServiceToken.name }}
        - name: WAYBILL_SECONDARY_SERVICE_TOKEN
          {{- include "waybill.fromSecret" .root.Values.secondaryServiceToken | nindent 10 }}
        {{- end }}
        {{- with .root.Values.tracing }}
        {{- if .endpoint }}
        - name: OTEL_EXPORTER_OTLP_ENDPOINT
          value: {{ .endpoint | quote }}
        - name: OTEL_TRACES_SAMPLER_ARG
          value: {{ .share | quote }}
        {{- end }}
        {{- end }}
        {{- .env | nindent 8 }}
        {{- range $name, $value := .settings }}
        - name: {{ $name }}
          value: {{ $value | quote }}
        {{- end }}
      ports:
        {{- with .port }}
        - { name: http, containerPort: {{ . }} }
        {{- end }}
        {{- if and (eq .component "gateway") .root.Values.codec.enabled }}
        - { name: codec, containerPort: {{ .root.Values.codec.port }} }
        {{- end }}
        - { name: metrics, containerPort: {{ .root.Values.metrics.port }} }
      {{- .probes | nindent 6 }}
      resources: {{- toYaml .resources | nindent 8 }}
      {{- include "waybill.hardened" . | nindent 6 }}
{{- end -}}

{{/* Starting may take a while; a process that does not answer /health is replaced, one that is not ready gets no requests. */}}
{{- define "waybill.httpProbes" -}}
startupProbe:
  httpGet: { path: /health, port: http }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /health, port: http }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet: { path: /ready, port: http }
  periodSeconds: 3
  timeoutSeconds: 5
  failureThreshold: 2
{{- end -}}

{{/* A worker serves nobody but Prometheus: that it answers there is all that can be asked from outside. */}}
{{- define "waybill.workerProbes" -}}
startupProbe:
  tcpSocket: { port: metrics }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  tcpSocket: { port: metrics }
  periodSeconds: 10
  failureThreshold: 3
{{- end -}}

{{/* One at a time, whoever drains nodes. { root, component, queue?, name } */}}
{{- define "waybill.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .name }}
  labels: {{- include "waybill.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "waybill.selector" . | nindent 6 }}
{{- end -}}
