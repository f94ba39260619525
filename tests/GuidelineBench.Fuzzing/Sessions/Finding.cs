namespace GuidelineBench.Fuzzing.Sessions;

/// <summary>An input that a parser did something to that it must not.</summary>
/// <param name="Kind">What is the same for all inputs with the same cause.</param>
/// <param name="What">For a reader.</param>
internal sealed record Finding(string Target, string Kind, string What, byte[] Input);
