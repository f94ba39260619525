using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;

namespace GuidelineBench.Cli.Options;

/// <summary>An option and the part of a specification that it says: the one place where each becomes the other.</summary>
internal sealed class SpecificationOption
{
    private readonly Func<ParseResult, RunSpecification, RunSpecification> read;
    private readonly Func<RunSpecification, string?> write;

    private SpecificationOption(Option option, Func<ParseResult, RunSpecification, RunSpecification> read, Func<RunSpecification, string?> write)
    {
        Option = option;
        this.read = read;
        this.write = write;
    }

    /// <summary>What is specified without any option.</summary>
    public static RunSpecification Default { get; } = new() { Backends = [BackendOption.Default] };

    public Option Option { get; }

    /// <param name="read">The specification with the option's value.</param>
    /// <param name="write">The value as the option takes it; null: the option is not given.</param>
    public static SpecificationOption Of<T>(Option<T?> option, Func<RunSpecification, T, RunSpecification> read, Func<RunSpecification, string?> write)
        where T : struct =>
        new(option, (result, run) => result.GetValue(option) is { } value ? read(run, value) : run, write);

    public static SpecificationOption Of<T>(Option<T?> option, Func<RunSpecification, T, RunSpecification> read, Func<RunSpecification, string?> write)
        where T : class =>
        new(option, (result, run) => result.GetValue(option) is { } value ? read(run, value) : run, write);

    /// <summary>An option without a value.</summary>
    public static SpecificationOption Switch(Option<bool> option, Func<RunSpecification, RunSpecification> read, Func<RunSpecification, bool> isOn) =>
        new(option, (result, run) => result.GetValue(option) ? read(run) : run, run => isOn(run) ? "" : null);

    /// <exception cref="CommandException">The value does not go together with what is specified already.</exception>
    public RunSpecification Read(ParseResult result, RunSpecification run) => read(result, run);

    /// <returns>The option's value, empty for a switch; null where the specification says what is so without it.</returns>
    public string? Write(RunSpecification run) => write(run) is { } text && text != write(Default) ? text : null;
}

/// <summary>Several options.</summary>
internal static class SpecificationOptions
{
    /// <summary>The specification with the values of all options that were given, one after the other.</summary>
    /// <exception cref="CommandException">Values do not go together.</exception>
    public static RunSpecification Read(this IEnumerable<SpecificationOption> options, ParseResult result, RunSpecification run) =>
        options.Aggregate(run, (read, option) => option.Read(result, read));
}
