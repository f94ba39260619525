using System.Diagnostics;

namespace GuidelineBench.Core.Tests.Files;

/// <summary>A folder for pipes, devices and links of a test's own, which goes away with it; the machine's are never touched.</summary>
internal sealed class UnixFolder : IDisposable
{
    private readonly DirectoryInfo folder;

    public UnixFolder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no Unix files here.");
        folder = Directory.CreateTempSubdirectory("guidelinebench-files-");
    }

    public string Path => folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Pipe(string name) => Made(name, "mkfifo", this[name]);

    /// <summary>A second node of a device, as root makes it.</summary>
    public string Device(string name, string kind, int major, int minor)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root makes devices.");
        return Made(name, "mknod", this[name], kind, FormattableString.Invariant($"{major}"), FormattableString.Invariant($"{minor}"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Made(string name, string command, params string[] arguments)
    {
        using Process process = Process.Start(command, arguments);
        process.WaitForExit();
        Assert.SkipWhen(process.ExitCode != 0, $"{command} is refused here.");
        return this[name];
    }
}
