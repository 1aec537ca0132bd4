package dev.tagalong.local;

import dev.tagalong.local.demo.Demo;
import dev.tagalong.local.demo.DemoMark;
import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.functions.AsyncInvocations;
import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.http.HttpFront;
import dev.tagalong.local.http.LocalPage;
import dev.tagalong.local.http.Routes;
import dev.tagalong.local.identity.Issuer;
import dev.tagalong.local.identity.TokenPage;
import dev.tagalong.local.mail.InboundMail;
import dev.tagalong.local.mail.MailFeedback;
import dev.tagalong.local.mail.MailPage;
import dev.tagalong.local.mail.Mailbox;
import dev.tagalong.local.mail.SesSink;
import dev.tagalong.local.queues.QueueMapping;
import dev.tagalong.local.queues.Queues;
import dev.tagalong.local.storage.Database;
import dev.tagalong.local.storage.ObjectApi;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.streams.StreamMapping;
import dev.tagalong.local.streams.StreamReader;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.FunctionSpec;
import dev.tagalong.local.template.Policies;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.ui.AgentUi;
import dev.tagalong.local.ui.SignInPage;
import dev.tagalong.local.websocket.SocketApi;
import dev.tagalong.local.websocket.SocketFront;
import dev.tagalong.local.wire.Json;
import dev.tagalong.local.wire.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole stack of template.yaml on this machine: tables, queues, functions, both APIs and what stands in for the mail
 * service and the identity provider.
 */
public final class Runner implements AutoCloseable {
    /** How many mails are sent at the same time. */
    public static final int MAIL_WORKERS = 10;

    private static final String TABLE = "tagalong";
    private static final String DATABASE = "dynamodb";
    private static final String AUDIENCE = "tagalong";
    private static final int MAILS_PER_SECOND = 1000;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Template template;
    private final List<FunctionSpec> specs;
    private final Faults faults;
    private final Mailbox mailbox;
    private final Issuer issuer;
    private final Queues queues;
    private final Database database;
    private final SocketFront sockets;
    private final CompletableFuture<MailFeedback> feedback = new CompletableFuture<>();
    private final SesSink ses;
    private final ObjectStore objects;
    private final Loopback s3;
    private final Map<String, String> environment;
    private final Functions functions;
    private final HttpFront http;
    private volatile boolean closing;

    private Runner(Options options) {
        var data = options.data();
        template = Template.read(options.template());
        specs = template.functions();
        faults = options.faults();
        sockets = part(SocketFront.prepare(options.wsPort(), faults));
        http = HttpFront.prepare(options.port());
        mailbox = Mailbox.open(made(data));
        var mark = DemoMark.of(data);
        boolean loads = options.demo() && (data == null || !Files.exists(data.resolve(DATABASE)));
        if (loads) {
            mark.set();
        }
        issuer = part(Issuer.start(data));
        ses = part(
                SesSink.start(mailbox, MAILS_PER_SECOND, mail -> feedback.join().sent(mail)));
        objects = ObjectStore.open(data == null ? null : data.resolve("objects"));
        s3 = part(ObjectApi.start(objects, buckets()));
        var queuing = CompletableFuture.supplyAsync(() -> Queues.start(template, data));
        database = part(Database.start(data == null ? null : data.resolve(DATABASE)));
        var stream = database.create(
                TABLE,
                template.resources("AWS::DynamoDB::Table").values().iterator().next());
        queues = part(queuing.join());
        var deployment = deployment();
        var declared = environment(deployment);
        made(options.record());
        functions = part(Functions.start(specs, new Policies(template, deployment), declared, options));
        var all = new HashMap<>(declared);
        all.put("AWS_ENDPOINT_URL_LAMBDA", functions.endpoint().toString());
        environment = Map.copyOf(all);
        parts.push(queues::settle);
        var unattended = AsyncInvocations.of(template, deployment, functions, objects);
        feedback.complete(MailFeedback.of(specs, unattended, deployment));
        if (options.record() != null) {
            new SamEnvironment(environment).write(options.record());
        }
        sockets.listen(SocketApi.of(template, Deployment.STAGE), functions);
        http.serve(
                AgentUi.on(sockets.url()), Routes.of(specs), functions, pages(deployment, unattended, options.demo()));
        // After the functions, so that it ends before them: they answer what it took.
        part(http);
        var reader = read(stream, data);
        poll(deployment);
        if (loads) {
            new Demo(functions, issuer, URI.create(http.url()), AUDIENCE).load();
            reader.awaitHandled();
            mark.clear();
        }
        faults.arm();
        functions.armFaults();
    }

    /** Starts everything; throws StartFailure with a sentence if it cannot: what runs by then ends with the process. */
    public static Runner start(Options options) {
        return new Runner(options);
    }

    private static @Nullable Path made(@Nullable Path data) {
        try {
            return data == null ? null : Files.createDirectories(data);
        } catch (IOException failed) {
            throw new StartFailure("The folder " + data + " cannot be made or written.");
        }
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private Deployment deployment() {
        var deployment = new Deployment(template.parameters());
        deployment.place("StageName", Deployment.STAGE);
        deployment.place("OidcIssuer", issuer.url());
        deployment.place("OidcAudience", AUDIENCE);
        deployment.place("OidcJwksUri", issuer.keysUrl());
        deployment.place("PublicUrl", http.url());
        deployment.place("MailsPerSecond", Integer.toString(MAILS_PER_SECOND));
        deployment.place("MailWorkers", Integer.toString(MAIL_WORKERS));
        deployment.place("Table", TABLE);
        deployment.place("Table.Arn", Deployment.arn("dynamodb", "table/" + TABLE));
        deployment.place("WebSocketApi", Deployment.SOCKET_API);
        specs.forEach(
                spec -> deployment.place(spec.name() + ".Arn", Deployment.arn("lambda", "function:" + spec.name())));
        template.resources("AWS::S3::Bucket").keySet().forEach(name -> {
            deployment.place(name, Deployment.bucket(name));
            deployment.place(name + ".Arn", Deployment.bucketArn(name));
        });
        queues.urls(template).forEach((name, url) -> {
            deployment.place(name, url);
            deployment.place(name + ".Arn", Deployment.arn("sqs", name));
        });
        return deployment;
    }

    private Set<String> buckets() {
        return template.resources("AWS::S3::Bucket").keySet().stream()
                .map(Deployment::bucket)
                .collect(Collectors.toSet());
    }

    private Map<String, String> environment(Deployment deployment) {
        var environment = new HashMap<String, String>();
        specs.getFirst().environment().forEach((name, value) -> environment.put(name, deployment.text(value)));
        environment.putAll(Map.of(
                "AWS_REGION",
                Deployment.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                database.endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS",
                queues.endpoint().toString(),
                "AWS_ENDPOINT_URL_SES",
                ses.url(),
                "AWS_ENDPOINT_URL_S3",
                s3.url(),
                "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
                sockets.connectionsUrl() + "/" + Deployment.STAGE));
        return Map.copyOf(environment);
    }

    private Map<String, LocalPage> pages(Deployment deployment, AsyncInvocations unattended, boolean demo) {
        return Map.of(
                "GET /ui/config.json",
                new SignInPage(sockets.url(), demo ? Demo.agents() : List.of()),
                "POST /_local/token",
                new TokenPage(issuer, functions, AUDIENCE),
                "POST /_local/mail",
                InboundMail.of(template, deployment, objects, unattended),
                "GET /_local/faults",
                (query, body) -> new LocalPage.Page(200, Json.write(struck())),
                "GET /_local/mail",
                new MailPage(mailbox));
    }

    /** How often each fault struck, here and among the functions. */
    private Map<String, Object> struck() {
        var struck = new TreeMap<>(functions.faults());
        struck.putAll(faults.counts());
        return struck;
    }

    /** Starts the functions' mappings of the table's stream. */
    private StreamReader read(String streamArn, @Nullable Path data) {
        var mappings = triggers(
                "DynamoDB",
                (function, properties) -> StreamMapping.of(
                        streamArn,
                        event -> functions.invoke(function.name(), event),
                        new StreamMapping.Trigger(function.name(), function.calledArn(), properties, faults, data),
                        objects));
        var reader = part(StreamReader.start(database.streams(), streamArn, mappings));
        functions.onReturn(reader::wake);
        return reader;
    }

    /** Starts the functions' mappings of queues. */
    private void poll(Deployment deployment) {
        triggers(
                "SQS",
                (function, properties) -> part(QueueMapping.start(
                        queues, functions, deployment, new QueueMapping.Trigger(function.name(), properties, faults))));
    }

    /** What is made of each event of that type, by its function and its properties. */
    private <T> List<T> triggers(String type, BiFunction<FunctionSpec, Map<String, Object>, T> made) {
        return specs.stream()
                .flatMap(spec -> spec.events().values().stream()
                        .map(Template::object)
                        .filter(event -> type.equals(event.get("Type")))
                        .map(event -> made.apply(spec, Template.object(event, "Properties"))))
                .toList();
    }

    /** Gives the exit status of the functions' process to that if it ends before the runner is told to: nothing works then. */
    public void onLoss(IntConsumer listener) {
        functions.onEnd(status -> {
            if (!closing) {
                listener.accept(status);
            }
        });
    }

    /** The line that says that all is up, and where. */
    public String ready() {
        return "ready  http " + http.url() + "  websocket " + sockets.url() + "  ui " + http.url() + "/ui/"
                + "  lambda " + functions.endpoint();
    }

    /** Where the HTTP API is. */
    public URI http() {
        return URI.create(http.url());
    }

    /** Where the WebSocket API is. */
    public URI webSocket() {
        return URI.create(sockets.url());
    }

    /** The environment of the functions: the template's, with every endpoint on this machine. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where Lambda's Invoke API is. */
    public URI lambda() {
        return functions.endpoint();
    }

    /** What the template allows each function and it has not needed yet, as "action on resource". */
    public Map<String, Object> unusedPermissions() {
        return functions.unusedPermissions();
    }

    /** What stands in for the mail service. */
    public SesSink mailService() {
        return ses;
    }

    @Override
    public void close() {
        closing = true;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failed) {
                System.err.println("a part did not stop: " + failed);
            }
        }
    }
}
