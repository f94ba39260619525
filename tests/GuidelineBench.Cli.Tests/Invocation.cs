using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Tests;

/// <summary>The program, run inside the test process.</summary>
internal sealed record Invocation(int Code, string Out, string Error)
{
    public static Invocation Of(params string[] args)
    {
        using var answer = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = Application.Run(args, new Terminal(answer, error));
        return new Invocation(code, answer.ToString(), error.ToString());
    }

    /// <summary>A user's mistake: exit code 3, nothing on stdout, exactly one line on stderr in the program's form.</summary>
    public string RefusedLine()
    {
        Assert.Equal(3, Code);
        Assert.Equal("", Out);
        Assert.StartsWith("guidelinebench: ", Error, StringComparison.Ordinal);
        Assert.Equal(Error.Length - 1, Error.IndexOf('\n', StringComparison.Ordinal));
        return Error.TrimEnd('\n');
    }
}
