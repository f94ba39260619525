using System.Diagnostics;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests.Launch;

/// <summary>
/// A source tree of start scripts alone, in a folder with a space in its name, and a script in the place of dotnet: it
/// writes down how it is called, makes what a build would make, and fails as it is told.
/// </summary>
internal sealed class LaunchFolder : IDisposable
{
    private const string Dotnet =
        """
        #!/bin/sh
        here=${0%/*}
        case $1 in *pwsh.dll) exec "$REAL_DOTNET" "$@" ;; esac
        printf '%s\n' "$*" >>"$here/calls"
        case $1 in
        --list-sdks) echo "${FAKE_SDK-10.0.100} [/sdk]" ;;
        restore)
            case $2 in kernels/*) for folder in ${FAKE_PACKAGES-}; do mkdir -p "$NUGET_PACKAGES/$folder" && : >"$NUGET_PACKAGES/$folder/.nupkg.metadata"; done ;; esac
            exit "${FAKE_RESTORE-0}"
            ;;
        build)
            env >"$here/environment"
            if [ -n "${FAKE_SIGNAL-}" ]; then kill -s "$FAKE_SIGNAL" "$PPID"; exec sleep 2; fi
            out=${FAKE_PLACE-src/GuidelineBench.Cli/bin/Release/net10.0}
            mkdir -p "$out"
            echo program | tee "$out/guidelinebench.dll" >"$out/guidelinebench.runtimeconfig.json"
            exit "${FAKE_BUILD-0}"
            ;;
        *)
            if [ "${2-}" = --version ]; then echo 'the reason' >&2; exit "${FAKE_START-0}"; fi
            shift
            printf '[%s]' "$@"
            exit "${FAKE_END-0}"
            ;;
        esac

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-launch-");

    public LaunchFolder()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("The script in the place of dotnet needs a POSIX shell.");
        foreach (string name in (string[])["src", "kernels", "benchmarks", "tests"])
            Directory.CreateDirectory(this[name]);
        foreach (string file in (string[])["run.sh", "run.ps1", "Directory.Build.props", "Directory.Packages.props", "global.json", "GuidelineBench.sln"])
            File.Copy(Path.Combine(RepositoryTree.Root, file), this[file]);
        Directory.CreateDirectory(Tools);
        AddTool("dotnet", Dotnet);
    }

    /// <summary>Folder of the script in the place of dotnet.</summary>
    public string Tools => Path.Combine(folder.FullName, "tools");

    /// <summary>Path of a file of the source tree.</summary>
    public string this[string file] => Path.Combine(folder.FullName, "source tree", file);

    /// <summary>Puts a script in the place of a command.</summary>
    public void AddTool(string name, string script)
    {
        string path = Path.Combine(Tools, name);
        File.WriteAllText(path, script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>How dotnet was called since the last question.</summary>
    public string[] Calls()
    {
        string log = Path.Combine(Tools, "calls");
        string[] calls = File.Exists(log) ? File.ReadAllLines(log) : [];
        File.Delete(log);
        return calls;
    }

    /// <summary>Names of the variables that the last build inherited.</summary>
    public string[] Inherited() => [.. File.ReadLines(Path.Combine(Tools, "environment")).Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split('=')[0])];

    public (int Code, string Out, string Error) Run(string launcher, params string[] arguments) => RunWith([], launcher, arguments);

    /// <param name="variables">Of the environment; null takes one out.</param>
    /// <param name="launcher">A file of the source tree, or the path of a link to one; the name's end tells the interpreter.</param>
    public (int Code, string Out, string Error) RunWith(Dictionary<string, string?> variables, string launcher, params string[] arguments)
    {
        string interpreter = launcher.EndsWith(".ps1", StringComparison.Ordinal) ? Commands.PowerShell() : "/bin/sh";
        var start = new ProcessStartInfo(interpreter, [this[launcher], .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["PATH"] = $"{Tools}:{start.Environment["PATH"]}";
        start.Environment["REAL_DOTNET"] = Commands.Dotnet;
        OptionalPackage.LeaveOut(start.Environment);
        foreach ((string name, string? value) in variables)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, answer, error.Result);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
