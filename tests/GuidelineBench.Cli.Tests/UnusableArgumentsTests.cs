namespace GuidelineBench.Cli.Tests;

public class UnusableArgumentsTests
{
    [Theory]
    [InlineData("frobnicate", "unknown verb 'frobnicate'", "run, list, cost, doctor, forward, export, report, check, predict, advise, bench, bundle, test")]
    [InlineData("rum", "did you mean 'run'?", "run, list")]
    [InlineData("", "unknown verb ''", "run, list")]
    [InlineData("run --networks all", "unknown network 'all': --networks", "table6, table7, table8, appendix1a, appendix1b, alexnet")]
    [InlineData("run --device 0", "backend simd runs on the processor: --device", "with --backend ilgpu, cublas")]
    [InlineData("forward --network alexnet --device 0", "backend simd runs on the processor: --device", "with --backend ilgpu, cublas")]
    [InlineData("bench --filter * --device 0", "backend simd runs on the processor: --device", "with --backend ilgpu, cublas")]
    [InlineData("bench --backend cuda --list flat", "unknown backend 'cuda': --backend", "simd")]
    [InlineData("bench --list flat --backend", "value is missing: --backend", "simd")]
    [InlineData("bench --filter * --backend simd --backend simd", "given more than once: --backend", "once")]
    [InlineData("run --launch stream", "backend simd starts operators by plain calls: --launch", "with --backend ilgpu, cublas")]
    [InlineData("forward --network alexnet --launch graph", "backend simd starts operators by plain calls: --launch", "with --backend ilgpu, cublas")]
    [InlineData("run --launch pipe", "unknown launch 'pipe': --launch", "stream, graph")]
    [InlineData("run --math tf32", "backend simd does not know tf32: --math", "fp32")]
    [InlineData("run --math fp32,tf32", "backend simd does not know tf32: --math", "fp32")]
    [InlineData("forward --network alexnet --math tf32", "backend simd does not know tf32: --math", "fp32")]
    [InlineData("run --math fp16", "unknown math 'fp16': --math", "fp32, tf32")]
    [InlineData("cost --device 0", "unknown option '--device'", "--tables")]
    [InlineData("run --thread 1", "did you mean '--threads'?", "--tables")]
    [InlineData("--frobnicate", "unknown option '--frobnicate'", "--tables")]
    [InlineData("run extra", "unknown argument 'extra'", "--tables")]
    [InlineData("run --tables 5", "unknown table '5': --tables", "1, 2, 3, 4, all, none")]
    [InlineData("run --tables 1,,2", "empty entry in '1,,2': --tables", "1, 2, 3, 4")]
    [InlineData("run --tables none", "nothing to measure: --tables none", "1, 2, 3, 4")]
    [InlineData("run --tables", "value is missing: --tables", "numbers separated by commas")]
    [InlineData("run --tables 1 --tables 2", "given more than once: --tables", "once")]
    [InlineData("run --rows 1:7", "unknown row '1:7': --rows", "1:1; 1:2; 1:6; 1:12")]
    [InlineData("run --tables 1 --rows g=8", "unknown row 'g=8': --rows", "1:1; 1:2; 1:6; 1:12")]
    [InlineData("run --rows relu=yes,shortcut=maybe", "unknown row 'relu=yes': --rows", "relu=yes,shortcut=no")]
    [InlineData("run --setting dsp", "unknown setting 'dsp': --setting", "cpu, gpu")]
    [InlineData("run --scale x3", "unknown scale 'x3': --scale", "x1, x2, x4")]
    [InlineData("run --backend cuda", "unknown backend 'cuda': --backend", "simd")]
    [InlineData("run --threads 0", "unusable number '0': --threads", "1 to ")]
    [InlineData("run --threads 1000000", "unusable number '1000000': --threads", "1 to ")]
    [InlineData("run --threads -1", "unusable number '-1': --threads", "1 to ")]
    [InlineData("run --threads two", "unusable number 'two': --threads", "1 to ")]
    [InlineData("run --threads 1.5", "unusable number '1.5': --threads", "1 to ")]
    [InlineData("run --threads 99999999999", "unusable number '99999999999': --threads", "1 to ")]
    [InlineData("run --batch 0", "unusable number '0': --batch", "1 to 1024")]
    [InlineData("run --batch 1,x", "unusable number 'x': --batch", "1 to 1024")]
    [InlineData("run --batch 1,", "empty entry in '1,': --batch", "1 to 1024")]
    [InlineData("run --batch 1025", "unusable number '1025': --batch", "1 to 1024")]
    [InlineData("run --rounds 0", "unusable number '0': --rounds", "1 to 1000")]
    [InlineData("run --rounds 1001", "unusable number '1001': --rounds", "1 to 1000")]
    [InlineData("run --execution tiles", "unknown execution 'tiles': --execution", "layer, depth-first")]
    [InlineData("run --execution depthfirst", "unknown execution 'depthfirst': --execution", "layer, depth-first")]
    [InlineData("run --execution layer,", "empty entry in 'layer,': --execution", "layer, depth-first")]
    [InlineData("run --execution", "value is missing: --execution", "layer, depth-first")]
    [InlineData("run --seed -1", "unusable number '-1': --seed", "0 to 2147483647")]
    [InlineData("cost --format xml", "unknown format 'xml': --format", "text, json, csv")]
    [InlineData("cost --threads 1", "unknown option '--threads'", "--tables")]
    [InlineData("doctor --format csv", "unknown format 'csv': --format", "text, json")]
    [InlineData("list tables", "cannot list 'tables': list", "experiments, networks, backends, devices")]
    [InlineData("report", "no result file is given: report", "one or more result files")]
    public void AreExplainedInOneLine(string commandLine, string what, string allowed)
    {
        string line = Invocation.Of(commandLine.Split(' ')).RefusedLine();
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.Contains(allowed, line[line.IndexOf("; allowed: ", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void KeepToOneLineWhateverTheyHold() =>
        Assert.Contains("unknown verb 'a b'", Invocation.Of("a\nb").RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void AreNotReadFromResponseFiles() =>
        Assert.Contains("unknown argument '@file'", Invocation.Of("run", "@file").RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void DirectivesOfTheParserAreUnknownVerbs() =>
        Assert.Contains("unknown verb '[diagram]'", Invocation.Of("[diagram]", "run").RefusedLine(), StringComparison.Ordinal);
}
