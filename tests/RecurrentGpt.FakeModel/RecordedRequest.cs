namespace RecurrentGpt.FakeModel;

public sealed record RecordedRequest(string Method, string Path, ReadOnlyMemory<byte> Body);
