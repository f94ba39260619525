using System.Diagnostics;
using GuidelineBench.Fuzzing.Inputs;
using GuidelineBench.Fuzzing.Targets;

namespace GuidelineBench.Fuzzing.Sessions;

/// <summary>
/// One parser under many inputs. It must refuse in one line with the documented exception, give equal answers to equal
/// inputs, allocate little, and end.
/// </summary>
internal sealed class TargetSession(FuzzTarget target, int seed, InputKeeper keeper)
{
    /// <summary>For one input of at most <see cref="Mutator.LongestInput"/> bytes.</summary>
    public const long MostAllocatedBytes = 64L << 20;

    /// <summary>A message quotes a name and says what is allowed.</summary>
    public const int LongestMessage = 8192;

    /// <summary>One in so many accepted inputs becomes a sample.</summary>
    private const int GrowthInterval = 8;

    private readonly Dictionary<string, Finding> findings = [];

    public FuzzTarget Target => target;

    public long Inputs { get; private set; }

    public long Accepted { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    /// <summary>The first of each kind.</summary>
    public IReadOnlyCollection<Finding> Findings => findings.Values;

    public void Run(long inputs)
    {
        var mutator = new Mutator(target.Samples, target.Words, seed);
        long start = Stopwatch.GetTimestamp();
        // What is initialised once is not an input's.
        foreach (byte[] sample in target.Samples)
            if (!target.Read(sample).IsAccepted)
                throw new BrokenPromiseException($"{target.Name}: a sample is refused: {target.Read(sample).Text}");
        for (; Inputs < inputs; Inputs++)
        {
            byte[] input = mutator.Next();
            keeper.Keep(target.Name, input);
            Finding? finding = Try(input, out bool isAccepted);
            if (finding is not null)
                findings.TryAdd(finding.Kind, finding);
            if (isAccepted && Accepted++ % GrowthInterval == 0)
                mutator.Grow(input);
        }

        keeper.Release();
        Elapsed = Stopwatch.GetElapsedTime(start);
    }

    /// <returns>What the parser did wrong, or null.</returns>
    public Finding? Try(byte[] input, out bool isAccepted)
    {
        isAccepted = false;
        try
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Answer answer = target.Read(input);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            isAccepted = answer.IsAccepted;
            if (allocated > MostAllocatedBytes)
                return Found("memory", FormattableString.Invariant($"{allocated} bytes were allocated"));
            if (!answer.IsAccepted && answer.Text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029'))
                return Found("lines", $"the message has a line break or a control character: {answer.Text}");
            if (!answer.IsAccepted && (answer.Text.Length > LongestMessage || string.IsNullOrWhiteSpace(answer.Text)))
                return Found("length", FormattableString.Invariant($"the message has {answer.Text.Length} characters"));
            if (target.Read(input) != answer)
                return Found("difference", "the same input got another answer");
            return null;
        }
        catch (Exception error)
        {
            string place = error.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("GuidelineBench", StringComparison.Ordinal))?.Trim() ?? "";
            return Found($"{error.GetType().Name} {place}", error.ToString());
        }

        Finding Found(string kind, string what) => new(target.Name, kind, what, input);
    }
}
