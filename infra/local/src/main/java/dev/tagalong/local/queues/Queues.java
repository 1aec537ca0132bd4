package dev.tagalong.local.queues;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ with the template's queues; messages outlive the process if there is a folder for them. */
public final class Queues implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LOWEST_PORT = 16_384;
    private static final int HIGHEST_PORT = 32_768;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function0<?> stop;
    private final int port;
    private final SqsClient client;

    private Queues(Function0<?> stop, int port) {
        this.stop = stop;
        this.port = port;
        this.client = SqsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Starts it with the template's queues. */
    public static Queues start(Template template, @Nullable Path data) {
        int port = freePort();
        var server = new ElasticMQServer(new ElasticMQServerConfig(config(template, data, port)));
        return new Queues(server.start(), port);
    }

    private static Config config(Template template, @Nullable Path data, int port) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("node-address.port", port);
        settings.put("node-address.host", "127.0.0.1");
        settings.put("rest-sqs.bind-port", port);
        settings.put("rest-sqs.bind-hostname", "127.0.0.1");
        settings.put("rest-stats.enabled", false);
        settings.put("aws.region", Deployment.REGION);
        settings.put("aws.accountId", Deployment.ACCOUNT);
        if (data != null) {
            settings.put("messages-storage.enabled", true);
            settings.put("messages-storage.driver-class", "org.h2.Driver");
            settings.put(
                    "messages-storage.uri",
                    "jdbc:h2:" + data.resolve("queues") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            settings.put("messages-storage.username", "");
            settings.put("messages-storage.password", "");
        }
        template.resources("AWS::SQS::Queue").forEach((name, properties) -> queue(settings, name, properties));
        return ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
    }

    private static void queue(Map<String, Object> settings, String name, Map<String, Object> properties) {
        var prefix = "queues." + name + ".";
        settings.put(
                prefix + "defaultVisibilityTimeout", Template.number(properties, "VisibilityTimeout", 30) + " seconds");
        settings.put(prefix + "receiveMessageWait", "0 seconds");
        var redrive = Template.object(properties, "RedrivePolicy");
        if (!redrive.isEmpty()) {
            var target = Template.list(Template.object(redrive, "deadLetterTargetArn"), "Fn::GetAtt")
                    .getFirst();
            settings.put(prefix + "deadLettersQueue.name", target);
            settings.put(prefix + "deadLettersQueue.maxReceiveCount", Template.number(redrive, "maxReceiveCount", 10));
        }
    }

    /**
     * A port for ElasticMQ, which takes no 0. None of those that a system gives to whoever asks for any, as connections do: one of
     * them could be given away before ElasticMQ has it. They begin at 32,768 on Linux and at 49,152 elsewhere.
     */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            } catch (IOException failed) {
                throw new IllegalStateException("no port can be had", failed);
            }
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The address of a queue by its logical id. */
    public String url(String name) {
        return endpoint() + "/" + Deployment.ACCOUNT + "/" + name;
    }

    public SqsClient client() {
        return client;
    }

    /** What each queue is called in the template, and its address. */
    public Map<String, String> urls(Template template) {
        return template.resources("AWS::SQS::Queue").keySet().stream()
                .collect(Collectors.toMap(name -> name, this::url));
    }

    /** Does something that {@link #settle()} waits for; in the calling thread, which it waits for too, once it has begun. */
    void execute(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException settling) {
            work.run();
        }
    }

    /** Lets the mappings, which are closed before, end what they have begun, for five seconds at most. */
    public void settle() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Ends it. A call that its client broke off would hold ElasticMQ for the minute that it gives its connections; it is
     * waited for no longer than five seconds, since what it keeps is on disk.
     */
    @Override
    public void close() {
        client.close();
        try {
            Thread.ofPlatform().daemon().start(stop::apply).join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
