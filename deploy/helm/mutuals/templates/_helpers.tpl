{{- define "mutuals.name" -}}
{{- if contains "mutuals" .Release.Name -}}{{ .Release.Name | trunc 53 | trimSuffix "-" }}
{{- else -}}{{ printf "%s-mutuals" (.Release.Name | trunc 45 | trimSuffix "-") }}{{- end -}}
{{- end -}}

{{- define "mutuals.selector" -}}
app.kubernetes.io/name: mutuals
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "mutuals.labels" -}}
{{ include "mutuals.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}
