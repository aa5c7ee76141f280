namespace RecurrentGpt.Benchmarks;

/// <summary>Thrown by a benchmark that lacks something here that eng/bench.sh would have brought.</summary>
internal sealed class NotHereException(string what) : Exception(what);
