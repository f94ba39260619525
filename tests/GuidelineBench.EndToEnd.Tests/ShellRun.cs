using System.Diagnostics;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>The built program as a POSIX shell starts it: with closed or full outputs, limits, another environment.</summary>
internal static class ShellRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="script">In which <c>$run</c> is the program and <c>$out</c> the folder.</param>
    public static (int Code, string Out, string Error) Of(string script, string folder = "")
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("there is no POSIX shell on Windows");
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"run='dotnet {Path.Combine(AppContext.BaseDirectory, "guidelinebench.dll")}'; {script}");
        ProgramRun.QuickStart(start);
        start.Environment["out"] = folder;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> answer = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The program does not end; stderr: {error.Result}");
        }

        return (process.ExitCode, answer.Result, error.Result);
    }
}
