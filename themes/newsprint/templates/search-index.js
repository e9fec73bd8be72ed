{# One row an entry: kind, text, address, the story it belongs to. A classic script, so that it loads from a folder. #}
var SEARCH_INDEX = [
{% for entry in digest_site.search %}
{{ entry.row|tojson }}{{ "," if not loop.last }}
{% endfor %}
];
